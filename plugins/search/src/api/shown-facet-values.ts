import { Injectable } from '@nestjs/common';
import {
    ConfigService,
    Facet,
    FacetTranslation,
    FacetValue,
    FacetValueTranslation,
    type RequestContext,
    type Translated,
    TranslatorService,
} from '@vendure/core';
import type { ShownFacetValue } from '../infrastructure/searching/facet-value-rows';

/** A shop has some hundreds, in a few languages. With more than these, all are made anew. */
const MOST = 5_000;

/** Facet values from what the database says of them, in the shopper's language. */
@Injectable()
export class ShownFacetValues {
    /** By all that they are made from, so that none is ever out of date. */
    private readonly made = new Map<string, Translated<FacetValue>>();

    constructor(
        private readonly translator: TranslatorService,
        private readonly config: ConfigService,
    ) {}

    /** Whether nobody but Vendure's services may say who sees which facet value. */
    get areGuarded(): boolean {
        return this.config.authOptions.entityAccessControlStrategy.applyAccessControl !== undefined;
    }

    read(ctx: RequestContext, json: string): Translated<FacetValue> {
        const key = `${ctx.languageCode} ${ctx.channel.defaultLanguageCode} ${json}`;
        const known = this.made.get(key);
        if (known) {
            return known;
        }
        const shown = JSON.parse(json) as ShownFacetValue;
        const { id, code, facetId } = shown;
        const facet = new Facet({
            ...shown.facet,
            translations: shown.facet.translations.map(name => new FacetTranslation(name)),
        });
        const translations = shown.translations.map(name => new FacetValueTranslation(name));
        const facetValue = new FacetValue({ id, code, facetId, translations, facet });
        const translated = this.translator.translate(facetValue, ctx, ['facet']);
        if (this.made.size >= MOST) {
            this.made.clear();
        }
        this.made.set(key, translated);
        return translated;
    }
}
