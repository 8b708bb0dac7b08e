import { useEffect, useRef, useState } from 'preact/hooks';
import { boxesOf, neighbour, type Box } from './boxes';
import { matches, type Spot } from './spots';

interface Props {
  label: string;
  focus: Spot;
  sought: string;
  /** Whether what leads to it stands above. */
  upward?: boolean;
  figure: (value: number) => string;
  onFocus: (spot: Spot) => void;
  onLook: (box: Box | undefined) => void;
}

const ROW = 21;

/** Boxes below each other, or above. One is a stop of the tab key; arrows lead on, Enter zooms, Esc goes back. */
export function Icicle({ label, focus, sought, upward = false, figure, onFocus, onLook }: Props) {
  const boxes = boxesOf(focus);
  const [at, setAt] = useState(0);
  const holder = useRef<HTMLDivElement>(null);
  const here = Math.min(at, boxes.length - 1);
  const depth = boxes.reduce((most, box) => Math.max(most, box.depth), 0);
  useEffect(() => setAt(Math.max(0, boxes.findIndex(({ spot }) => spot === focus))), [focus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && focus.parent) {
      event.preventDefault();
      onFocus(focus.parent);
    } else if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      const turned = { ArrowUp: 'ArrowDown', ArrowDown: 'ArrowUp' }[event.key];
      const next = neighbour(boxes, here, upward && turned ? turned : event.key);
      setAt(next);
      holder.current?.querySelectorAll('button')[next]?.focus();
    }
  };
  return (
    <div
      class="flame"
      role="group"
      aria-label={label}
      ref={holder}
      style={{ height: `${(depth + 1) * ROW}px` }}
      onKeyDown={onKeyDown}
      onPointerLeave={() => onLook(undefined)}
    >
      {boxes.map((box, index) => (
        <button
          key={`${index} ${box.spot.key}`}
          type="button"
          tabIndex={index === here ? 0 : -1}
          class={classOf(box, focus, sought)}
          title={titleOf(box, figure)}
          style={{
            left: `${box.from * 100}%`,
            width: `${box.width * 100}%`,
            [upward ? 'bottom' : 'top']: `${box.depth * ROW}px`,
          }}
          onClick={() => box.stands === 1 && onFocus(box.spot)}
          onFocus={() => {
            setAt(index);
            onLook(box);
          }}
          onPointerEnter={() => onLook(box)}
        >
          {nameOf(box)}
        </button>
      ))}
    </div>
  );
}

export function nameOf(box: Box): string {
  return box.stands > 1 ? `${box.stands} of the narrowest` : box.spot.name;
}

function titleOf(box: Box, figure: (value: number) => string): string {
  return `${nameOf(box)}: ${figure(box.total)}`;
}

function classOf(box: Box, focus: Spot, sought: string): string {
  const kind = box.stands > 1 ? 'several' : box.spot.kind === '' ? 'whole' : box.spot.kind.replace(/[^a-z]/g, '');
  const found = sought === '' ? '' : matches(box.spot, sought) && box.stands === 1 ? ' found' : ' other';
  return `flame-box of-${kind}${found}${box.spot === focus ? ' looked' : ''}`;
}
