import { notFound } from 'next/navigation';

/** Whatever no other route takes: gives the shop's own page for it, with header and footer. */
export default function UnknownPage(): never {
    notFound();
}
