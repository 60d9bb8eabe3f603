import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function WithdrawLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="withdraw">{children}</ClientMessages>;
}
