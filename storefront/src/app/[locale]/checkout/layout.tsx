import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function CheckoutLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="checkout">{children}</ClientMessages>;
}
