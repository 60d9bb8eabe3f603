import { adminQueries } from '@efi/plugin-kit/dashboard';

export const { useAdminQuery, useRefresh } = adminQueries('efi-content');
