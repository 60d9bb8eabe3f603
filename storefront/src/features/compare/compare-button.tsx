import { Scale } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/i18n/navigation';
import { compareProduct } from './actions';
import { comparedProducts } from './compared';

/** Puts the product beside others, and leads to them. A plain form: no script is loaded for it. */
export async function CompareButton({ productId }: { productId: string }) {
    const [t, compared] = await Promise.all([getTranslations('compare'), comparedProducts()]);
    const isCompared = compared.includes(productId);
    return (
        <div className="mt-4 flex flex-wrap items-center gap-x-6">
            <form action={compareProduct}>
                <input type="hidden" name="productId" value={productId} />
                <button
                    name="compared"
                    value={isCompared ? 'no' : 'yes'}
                    className="flex min-h-11 items-center gap-2 text-[0.95rem] underline decoration-line underline-offset-4 hover:decoration-ink"
                >
                    <Scale size={18} strokeWidth={1.7} aria-hidden />
                    {t(isCompared ? 'remove' : 'add')}
                </button>
            </form>
            {compared.length > 0 && (
                <Link
                    href="/compare"
                    className="inline-flex min-h-11 items-center text-[0.95rem] underline decoration-line underline-offset-4 hover:decoration-ink"
                >
                    {t('open', { count: compared.length })}
                </Link>
            )}
        </div>
    );
}
