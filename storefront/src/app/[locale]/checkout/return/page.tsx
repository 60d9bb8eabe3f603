import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReturnForm } from '@/features/checkout/return-form';
import { privateAddress } from '@/lib/private-address';

interface Props {
    readonly searchParams: Promise<{ state?: string | string[]; token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('paymentProgress');
    // The address carries what stands for the shopper's card: no other site may learn it.
    return { title: t('returnTitle'), robots: { index: false }, referrer: privateAddress };
}

/** Where the provider's pages lead back to. Looking at it changes nothing: the form that it sends does. */
export default async function PaymentReturnPage({ searchParams }: Props) {
    const { state, token } = await searchParams;
    return <ReturnForm state={single(state)} token={single(token)} />;
}

function single(value: string | string[] | undefined): string | undefined {
    return typeof value === 'string' ? value : undefined;
}
