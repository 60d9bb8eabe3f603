import type { ReactNode } from 'react';
import { PageTitle } from '@/components/ui/page-title';

/** A page with one short form. */
export function NarrowPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
    return (
        <div className="mx-auto w-full max-w-md px-5 pt-10 md:pt-16">
            <PageTitle lead={lead}>{title}</PageTitle>
            {children}
        </div>
    );
}
