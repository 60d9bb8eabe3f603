import { collectionNamed } from '@/features/catalogue/collections';
import { pictureAnswer } from '@/lib/sharing/picture-answer';

interface Context {
    readonly params: Promise<{ locale: string; slug: string }>;
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
    const { locale, slug } = await params;
    return pictureAnswer(locale, known => collectionNamed(known, slug));
}
