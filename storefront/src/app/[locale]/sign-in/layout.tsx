import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';

export default function SignInLayout({ children }: { children: ReactNode }) {
    return <ClientMessages section="account">{children}</ClientMessages>;
}
