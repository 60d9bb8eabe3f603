import { Link } from '@/i18n/navigation';

/** Leads to a written page that helps to choose, a table of sizes say. */
export function Guide({ slug, title }: { slug: string; title: string }) {
    return (
        <p className="mt-2">
            <Link
                href={`/pages/${slug}`}
                className="inline-flex min-h-11 items-center text-[0.95rem] underline underline-offset-4"
            >
                {title}
            </Link>
        </p>
    );
}
