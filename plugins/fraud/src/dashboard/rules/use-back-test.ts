import { useEffect, useState } from 'react';
import { useAdminQuery } from '../shared/use-admin-query';
import { type BackTest, backTestQuery } from './rules.graphql';

const HALF_A_SECOND = 500;

export type BackTested =
    | { readonly state: 'empty' }
    | { readonly state: 'testing' }
    | { readonly state: 'invalid'; readonly message: string }
    | { readonly state: 'failed'; readonly query: ReturnType<typeof useAdminQuery> }
    | { readonly state: 'tested'; readonly result: BackTest };

/** Tests an expression as soon as nobody has typed for a moment. It is valid once it is tested. */
export function useBackTest(expression: string): BackTested {
    const settled = useSettled(expression.trim());
    const query = useAdminQuery(backTestQuery, { expression: settled });
    if (expression.trim() === '') {
        return { state: 'empty' };
    }
    if (settled !== expression.trim() || query.isPending) {
        return { state: 'testing' };
    }
    if (query.isError) {
        return { state: 'failed', query };
    }
    const answer = query.data.efiFraudBackTest;
    return answer.__typename === 'EfiFraudBackTest'
        ? { state: 'tested', result: answer }
        : { state: 'invalid', message: answer.message };
}

function useSettled(text: string): string {
    const [settled, setSettled] = useState(text);
    useEffect(() => {
        const timer = setTimeout(() => setSettled(text), HALF_A_SECOND);
        return () => clearTimeout(timer);
    }, [text]);
    return settled;
}
