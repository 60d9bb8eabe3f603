import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function ResetPasswordLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="account">{children}</ClientMessages>;
}
