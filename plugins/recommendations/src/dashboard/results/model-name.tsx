import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

/** A model by its number, or popularity, which is no model. */
export function ModelName({ id }: { id: string | null }) {
    return id === null || id === '0' ? (
        <Trans>Popularity</Trans>
    ) : (
        <Link to="/recommendation-models" className="whitespace-nowrap underline underline-offset-4">
            <Trans>Model {id}</Trans>
        </Link>
    );
}
