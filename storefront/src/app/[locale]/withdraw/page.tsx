import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '@/components/layout/narrow-page';
import { WithdrawalForm } from '@/features/withdrawal/withdrawal-form';
import { Link } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';
import { knowsOrder } from '@/lib/vendure/known-orders';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { fetchOrder } from '@/lib/vendure/order-by-code';

interface Props {
    /** `code`: of the order, where the visitor comes from its page. */
    readonly searchParams: Promise<{ code?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('withdrawal');
    return { title: t('title'), alternates: await alternates('/withdraw') };
}

export default async function WithdrawPage({ searchParams }: Props) {
    const [t, { code }, customer] = await Promise.all([
        getTranslations('withdrawal'),
        searchParams,
        fetchCurrentCustomer(),
    ]);
    const asked = typeof code === 'string' ? code : '';
    const maySee = asked !== '' && (customer !== undefined || (await knowsOrder(asked)));
    const buyer = (maySee ? (await fetchOrder(asked))?.customer : undefined) ?? customer;
    return (
        <NarrowPage title={t('title')} lead={t('lead')}>
            <WithdrawalForm
                initial={{
                    name: buyer ? `${buyer.firstName} ${buyer.lastName}` : '',
                    orderCode: asked.slice(0, 64),
                    emailAddress: buyer?.emailAddress ?? '',
                    goods: '',
                }}
            />
            <p className="mt-8 border-t border-line pt-6">
                <Link href="/legal/withdrawal" className="py-2 underline underline-offset-4">
                    {t('about')}
                </Link>
            </p>
        </NarrowPage>
    );
}
