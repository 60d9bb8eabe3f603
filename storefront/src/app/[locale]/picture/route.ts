import { getTranslations } from 'next-intl/server';
import { departmentPicture } from '@/features/catalogue/collections';
import { pictureAnswer } from '@/lib/sharing/picture-answer';

interface Context {
    readonly params: Promise<{ locale: string }>;
}

/** Of the shop as a whole, for its home page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
    return pictureAnswer((await params).locale, async locale => {
        const [t, preview] = await Promise.all([
            getTranslations({ locale, namespace: 'shop' }),
            departmentPicture(locale),
        ]);
        return { name: t('tagline'), preview };
    });
}
