import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button';
import { Link } from '@/i18n/navigation';
import { listingQuery, pageSize, type ListingState } from './listing-state';

interface Props {
    readonly path: string;
    readonly state: ListingState;
    readonly totalItems: number;
}

export function Pagination({ path, state, totalItems }: Props) {
    const t = useTranslations('listing');
    const pages = Math.ceil(totalItems / pageSize);
    if (pages <= 1 || state.page > pages) {
        return null;
    }
    const hrefOf = (page: number) => path + listingQuery({ ...state, page });
    return (
        <nav aria-label={t('pages')} className="mt-14 flex items-center justify-center gap-6">
            {state.page > 1 && (
                <Link href={hrefOf(state.page - 1)} rel="prev" className={buttonStyle('secondary')}>
                    <ArrowLeft size={18} aria-hidden /> {t('previous')}
                </Link>
            )}
            <span className="text-sm text-muted">{t('pageOf', { page: state.page, pages })}</span>
            {state.page < pages && (
                <Link href={hrefOf(state.page + 1)} rel="next" className={buttonStyle('secondary')}>
                    {t('next')} <ArrowRight size={18} aria-hidden />
                </Link>
            )}
        </nav>
    );
}
