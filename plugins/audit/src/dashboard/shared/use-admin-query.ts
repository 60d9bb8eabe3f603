import { adminQueries } from '@efi/plugin-kit/dashboard';

export const { useAdminQuery } = adminQueries('efi-audit');
