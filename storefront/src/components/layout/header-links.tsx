import { ShoppingBag, User } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';

const style = 'relative grid size-12 place-items-center rounded-full hover:bg-surface';

export function AccountLink({ signedIn }: { signedIn: boolean }) {
    const t = useTranslations('layout');
    return (
        <Link
            href={signedIn ? '/account' : '/sign-in'}
            className={style}
            aria-label={t(signedIn ? 'account' : 'signIn')}
        >
            <User size={21} strokeWidth={1.7} aria-hidden />
        </Link>
    );
}

export function CartLink({ count }: { count: number }) {
    const t = useTranslations('layout');
    return (
        <Link href="/cart" className={style} aria-label={t('cartWithCount', { count })}>
            <ShoppingBag size={21} strokeWidth={1.7} aria-hidden />
            {count > 0 && (
                <span
                    aria-hidden
                    className="absolute top-1 right-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 text-xs font-semibold text-on-accent tabular-nums"
                >
                    {count}
                </span>
            )}
        </Link>
    );
}
