import { useState } from 'preact/hooks';
import { count } from '../../base/figures';
import type { Named } from './spots';

interface Props {
  names: Named[];
  chosen: string;
  figure: (value: number) => string;
  onChoose: (key: string) => void;
}

type By = 'name' | 'self' | 'total' | 'count';

/** More fit no page; a filter finds the others. */
const MOST = 200;

const HEADS: [By, string][] = [
  ['name', 'name'],
  ['self', 'self'],
  ['total', 'total'],
  ['count', 'runs'],
];

/** Every name once, to choose one from. */
export function NamesTable({ names, chosen, figure, onChoose }: Props) {
  const [by, setBy] = useState<By>('self');
  const [turned, setTurned] = useState(false);
  const [words, setWords] = useState('');
  const fit = names.filter(({ name, kind }) => `${name} ${kind}`.toLowerCase().includes(words.toLowerCase()));
  const sorted = [...fit].sort((one, other) => {
    const order = by === 'name' ? one.name.localeCompare(other.name, 'en') : other[by] - one[by];
    return turned ? -order : order;
  });
  const sort = (next: By) => {
    setTurned(next === by ? !turned : false);
    setBy(next);
  };
  const direction = (by === 'name') === turned ? 'descending' : 'ascending';
  return (
    <div class="flame-names">
      <input
        class="filter"
        value={words}
        placeholder="filter names"
        aria-label="filter names"
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <div class="scroll" role="region" aria-label="names" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {HEADS.map(([key, title]) => (
                <th key={key} scope="col" class={key === 'name' ? '' : 'number'} {...(by === key ? { 'aria-sort': direction } : {})}>
                  <button type="button" onClick={() => sort(key)}>
                    {title}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, MOST).map((one) => (
              <tr key={one.key}>
                <td>
                  <button type="button" class="link" aria-pressed={one.key === chosen} onClick={() => onChoose(one.key)}>
                    {one.name}
                  </button>{' '}
                  <small>{one.kind}</small>
                </td>
                <td class="number">{figure(one.self)}</td>
                <td class="number">{figure(one.total)}</td>
                <td class="number">{count(one.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="flame-note">
        {sorted.length > MOST ? `the first ${count(MOST)} of ${count(sorted.length)}; a filter finds the others` : `${count(sorted.length)} of ${count(names.length)}`}
      </p>
    </div>
  );
}
