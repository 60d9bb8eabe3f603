import { NotFoundView } from '@/components/layout/not-found-view';

/** For a page that looked for something and did not find it, like a product that is gone. */
export default function NotFoundPage() {
    return <NotFoundView />;
}
