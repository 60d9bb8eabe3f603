import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function CartLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="cart">{children}</ClientMessages>;
}
