import { User } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';

export function AccountLink({ signedIn }: { signedIn: boolean }) {
    const t = useTranslations('layout');
    return (
        <Link
            href={signedIn ? '/account' : '/sign-in'}
            className="grid size-12 place-items-center rounded-full hover:bg-surface"
            aria-label={t(signedIn ? 'account' : 'signIn')}
        >
            <User size={21} strokeWidth={1.7} aria-hidden />
        </Link>
    );
}
