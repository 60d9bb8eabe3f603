import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function PrivacyRequestLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="privacyRequest">{children}</ClientMessages>;
}
