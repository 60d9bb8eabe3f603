import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function RegisterLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="account">{children}</ClientMessages>;
}
