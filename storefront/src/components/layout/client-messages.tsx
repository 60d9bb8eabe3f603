import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { clientMessages, type Section } from '@/i18n/client-messages';

interface Props {
    /** The part of the shop that its pages belong to. Default: none. */
    readonly section?: Section;
    readonly children: ReactNode;
}

/** The texts that scripts say, and no others: each page brings them along. */
export async function ClientMessages({ section, children }: Props) {
    const messages = clientMessages(await getMessages(), section);
    return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
