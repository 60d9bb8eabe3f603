import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { storefrontEnv } from '@/lib/env';
import { breadcrumbList } from '@/lib/found/structured-data';
import { JsonLd } from './json-ld';

/** The way from the home page to here. The last step is the page itself and no link. */
export function Breadcrumbs({ steps }: { steps: readonly { name: string; href?: string }[] }) {
    const t = useTranslations('layout');
    const home = `${storefrontEnv().storefrontUrl}/${useLocale()}`;
    const all = [{ name: t('home'), href: '/' }, ...steps];
    return (
        <nav aria-label={t('breadcrumbs')} className="mb-3 text-sm text-muted">
            <ol className="flex flex-wrap items-center gap-x-2">
                {all.map((step, index) => (
                    <li key={`${index}-${step.name}`} className="flex items-center gap-2">
                        {step.href ? (
                            <Link
                                href={step.href}
                                className="inline-flex min-h-11 items-center hover:text-ink hover:underline"
                            >
                                {step.name}
                            </Link>
                        ) : (
                            <span aria-current="page">{step.name}</span>
                        )}
                        {/* Behind a step, so that no line begins with it. */}
                        {index < all.length - 1 && <span aria-hidden>/</span>}
                    </li>
                ))}
            </ol>
            <JsonLd data={breadcrumbList(all, home)} />
        </nav>
    );
}
