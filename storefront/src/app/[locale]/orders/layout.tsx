import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function OrdersLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="orders">{children}</ClientMessages>;
}
