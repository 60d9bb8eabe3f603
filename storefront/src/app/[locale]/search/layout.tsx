import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function SearchLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="list">{children}</ClientMessages>;
}
