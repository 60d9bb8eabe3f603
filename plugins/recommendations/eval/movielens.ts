import path from 'node:path';
import { ItemContent } from '../src/domain/model';
import { Act, Data, dataOf } from './data';
import { isVector, named, readLazyObject, RValue, text } from './r-data';

export const moviesFile = 'Rdata.rdb';

const year = 365 * 24 * 60 * 60 * 1000;

/**
 * Ratings of films by volunteers, of which 4 and more are acts.
 *
 * Hardly two of these people were there at the same time, in 21 years, and most rated everything in one sitting: no
 * moment parts their pasts from their futures (80 % of the rows leave 21 people on both sides). So each person's ratings
 * are spread over one year in the order in which they were given, and a cut takes the same share of everybody.
 */
export function readMovieLens(folder: string): Data {
    const frame = named(readLazyObject(path.join(folder, path.parse(moviesFile).name), 'movielens'));
    const [movie, user, rating, seconds] = ['movieId', 'userId', 'rating', 'timestamp'].map(column => {
        return numbers(frame.get(column));
    }) as [number[], number[], number[], number[]];
    const titles = texts(frame.get('title'));
    const genres = texts(frame.get('genres'));
    const content = new Map<string, ItemContent>();
    const liked = movie.map((_, row) => row).filter(row => rating[row]! >= 4);
    for (const row of liked) {
        content.set(String(movie[row]), { text: titles[row]!, facets: genres[row]!.split('|') });
    }
    const byPerson = new Map<number, number[]>();
    for (const row of liked.sort((a, b) => seconds[a]! - seconds[b]!)) {
        byPerson.set(user[row]!, [...(byPerson.get(user[row]!) ?? []), row]);
    }
    const acts = [...byPerson].flatMap(([person, rows]) =>
        rows.map((row, at): Act => {
            const moment = (at + 1) / rows.length;
            const basket = `${person} ${Math.floor(50 * moment)}`;
            return { user: String(person), item: String(movie[row]), basket, at: moment * year };
        }),
    );
    return {
        name: 'MovieLens (100,004 ratings)',
        attribution:
            'F. M. Harper, J. A. Konstan, The MovieLens Datasets, ACM TiiS 5 (2015); GroupLens, by way of the R package dslabs',
        ...dataOf(acts, content),
        scopes: ['new-only'],
    };
}

function numbers(column: RValue | undefined): number[] {
    if (!isVector(column)) {
        throw new Error('MovieLens lacks a column of numbers.');
    }
    return column.values.map(Number);
}

/** Strings, or a factor's levels; a missing one is empty. */
function texts(column: RValue | undefined): string[] {
    if (!isVector(column)) {
        throw new Error('MovieLens lacks a column of texts.');
    }
    const levels = column.attributes.get('levels');
    return column.values.map(value => {
        const found = isVector(levels) ? levels.values[Number(value) - 1] : value;
        return found === null ? '' : text(found);
    });
}
