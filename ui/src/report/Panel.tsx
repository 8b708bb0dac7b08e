import { useEffect, useRef } from 'preact/hooks';
import { visible } from '../base/visible';
import type { Detail } from '../exhibits/answer';
import { ExhibitView } from '../exhibits/ExhibitView';
import { keyOf, type Doors } from '../exhibits/references';
import { hrefOf, type Trail } from './trail';

interface Props {
  trail: Trail;
  details: Map<string, Detail>;
}

/** What lies behind references, beside the page: the whole way stays drawn, so that going back finds it as it was. */
export function Panel({ trail, details }: Props) {
  const { steps } = trail;
  return (
    <aside class="panel" aria-label="details">
      <nav aria-label="the way here">
        <ol>
          <li>
            <a href={hrefOf('', trail.part)} onClick={(event) => follow(event, trail.close)}>
              {trail.part === '' ? 'report' : visible(trail.part)}
            </a>
          </li>
          {steps.map((step, index) => (
            <li key={step}>
              {index === steps.length - 1 ? (
                <span aria-current="page">{titleOf(details.get(step))}</span>
              ) : (
                <a href={hrefOf(step, trail.part)} onClick={(event) => follow(event, () => trail.open(step))}>
                  {titleOf(details.get(step))}
                </a>
              )}
            </li>
          ))}
        </ol>
        <button type="button" class="quiet" onClick={trail.close}>
          close <kbd>Esc</kbd>
        </button>
      </nav>
      {steps.map((step, index) => (
        <Step key={step} step={step} trail={trail} details={details} last={index === steps.length - 1} />
      ))}
    </aside>
  );
}

interface StepProps extends Props {
  step: string;
  last: boolean;
}

function Step({ step, trail, details, last }: StepProps) {
  const detail = details.get(step);
  const heading = useRef<HTMLHeadingElement>(null);
  const left = useRef<Element | null>(null);
  useEffect(() => {
    if (last) {
      const known = left.current?.isConnected ? (left.current as HTMLElement) : heading.current;
      known?.focus({ preventScroll: left.current !== null });
    }
    return () => {
      left.current = last ? document.activeElement : left.current;
    };
  }, [last]);
  const doors: Doors = {
    href: (reference) => {
      const key = keyOf(reference);
      return key !== step && details.has(key) ? hrefOf(key, trail.part) : undefined;
    },
    navigate: (reference) => trail.open(keyOf(reference)),
  };
  return (
    <div class="detail" hidden={!last}>
      <h2 ref={heading} tabIndex={-1}>
        {titleOf(detail)}
      </h2>
      {detail ? (
        detail.exhibits.map((exhibit, index) => <ExhibitView key={index} exhibit={exhibit} doors={doors} />)
      ) : (
        <p class="empty">this page holds nothing at this address; it may have been cut from it, or it is of another report</p>
      )}
    </div>
  );
}

function titleOf(detail: Detail | undefined): string {
  return detail ? visible(detail.title) : 'not here';
}

/** Goes there within the page; with a key held, the browser does as it does with any link. */
export function follow(event: MouseEvent, go: () => void): void {
  if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    go();
  }
}
