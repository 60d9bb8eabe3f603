import { useLocale } from 'next-intl';
import { buttonStyle } from '@/components/ui/button';
import { ProductImage } from '@/components/ui/product-image';
import { Link } from '@/i18n/navigation';
import type { WrittenBlock } from './content-queries';
import { hrefOf, localised } from './written-link';

type Block<Name> = Extract<WrittenBlock, { __typename: Name }>;

/** The opening of a page. @param isTitle - Whether its heading is the page's. */
export function Hero({ block, isTitle }: { block: Block<'EfiContentHero'>; isTitle: boolean }) {
    const Heading = isTitle ? 'h1' : 'h2';
    const { heading, text, link, linkLabel, picture, alt } = block;
    return (
        <section
            className={`page grid items-center gap-10 md:gap-16 ${picture ? 'md:grid-cols-[1fr_1.1fr]' : ''} ${isTitle ? 'pt-8 md:pt-14' : 'mt-20 md:mt-28'}`}
        >
            <div className={picture ? 'order-last md:order-first' : 'max-w-3xl'}>
                <Heading className="display text-[2.75rem] wrap-anywhere sm:text-6xl lg:text-[4.6rem]">
                    {heading}
                </Heading>
                {text && (
                    <p className="mt-6 max-w-md text-lg leading-relaxed whitespace-pre-line text-muted">
                        {text}
                    </p>
                )}
                {link && linkLabel && (
                    <Link href={hrefOf(link)} className={buttonStyle('primary', 'mt-8')}>
                        {linkLabel}
                    </Link>
                )}
            </div>
            {picture && (
                <div className="relative aspect-4/3 overflow-hidden rounded-2xl bg-surface md:aspect-square">
                    <ProductImage
                        src={picture.preview}
                        alt={alt}
                        comes={isTitle ? 'first' : undefined}
                        sizes="(min-width: 82rem) 42rem, (min-width: 48rem) 50vw, calc(100vw - 2.5rem)"
                    />
                </div>
            )}
        </section>
    );
}

export function RichText({ block }: { block: Block<'EfiContentRichText'> }) {
    const locale = useLocale();
    return (
        <section className="page mt-12">
            <div
                className="written max-w-prose leading-relaxed"
                // The server leaves only harmless HTML in it.
                dangerouslySetInnerHTML={{ __html: localised(block.html, locale) }}
            />
        </section>
    );
}

/** A picture with words on it, which leads somewhere as a whole. */
export function Banner({ block }: { block: Block<'EfiContentBanner'> }) {
    const { heading, text, link, linkLabel, picture, alt } = block;
    return (
        <section className="page mt-20 md:mt-28">
            <div className="group relative flex min-h-80 items-end overflow-hidden rounded-2xl bg-surface md:min-h-[26rem]">
                <ProductImage src={picture?.preview} alt={alt} sizes="(min-width: 82rem) 78rem, 100vw" />
                <div className="absolute inset-0 bg-linear-to-t from-black/85 via-black/55 to-black/10" />
                <div className="relative max-w-2xl p-6 text-white md:p-12">
                    <h2 className="display text-3xl wrap-anywhere md:text-5xl">
                        {link && !linkLabel ? (
                            <Link
                                href={hrefOf(link)}
                                className="after:absolute after:inset-0 hover:underline"
                            >
                                {heading}
                            </Link>
                        ) : (
                            heading
                        )}
                    </h2>
                    {text && <p className="mt-3 text-lg whitespace-pre-line text-white/95">{text}</p>}
                    {link && linkLabel && (
                        <Link
                            href={hrefOf(link)}
                            className="mt-4 inline-block py-2 underline underline-offset-8 group-hover:decoration-2"
                        >
                            {linkLabel}
                        </Link>
                    )}
                </div>
            </div>
        </section>
    );
}

export function CollectionTiles({ block }: { block: Block<'EfiContentCollectionTiles'> }) {
    const { id, heading, collections } = block;
    return (
        <section aria-labelledby={heading ? `block-${id}` : undefined} className="page mt-20 md:mt-28">
            {heading && (
                <h2 id={`block-${id}`} className="display mb-8 text-3xl md:text-4xl">
                    {heading}
                </h2>
            )}
            <ul className="grid gap-4 sm:grid-cols-3 md:gap-6">
                {collections.map(collection => (
                    <li
                        key={collection.id}
                        className="group relative aspect-3/2 overflow-hidden rounded-2xl bg-surface sm:aspect-4/5"
                    >
                        <ProductImage
                            src={collection.featuredAsset?.preview}
                            alt=""
                            sizes="(min-width: 40rem) 33vw, 100vw"
                            className="transition-transform duration-700 ease-out group-hover:scale-[1.03]"
                        />
                        <div className="absolute inset-0 bg-linear-to-t from-black/75 via-black/20 to-transparent" />
                        <Link
                            href={`/collections/${collection.slug}`}
                            className="display absolute inset-x-6 bottom-6 text-3xl text-white group-hover:underline"
                        >
                            {collection.name}
                        </Link>
                    </li>
                ))}
            </ul>
        </section>
    );
}
