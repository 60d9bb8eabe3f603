import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function ProductLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="product">{children}</ClientMessages>;
}
