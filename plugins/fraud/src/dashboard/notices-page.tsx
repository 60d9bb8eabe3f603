import { ListPage } from '@vendure/dashboard';
import { type ComponentProps, useRef } from 'react';
import { noticesQuery } from './notices.graphql';
import { PublishNoticeForm } from './publish-notice-form';

type Route = ComponentProps<typeof ListPage>['route'];

/** All notices of the active channel, and a form for a new one. */
export function NoticesPage({ route }: { route: Route }) {
    const refresh = useRef(() => {});
    return (
        <ListPage
            pageId="fraud-notices"
            title="Fraud"
            route={route}
            listQuery={noticesQuery}
            defaultVisibility={{ text: true, startsAt: true, endsAt: true }}
            defaultSort={[{ id: 'startsAt', desc: true }]}
            registerRefresher={refresher => {
                refresh.current = refresher;
            }}
        >
            <PublishNoticeForm onPublished={() => refresh.current()} />
        </ListPage>
    );
}
