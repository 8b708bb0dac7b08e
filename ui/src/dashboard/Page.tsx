import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLive } from './live';
import { PageHead } from './PageHead';
import type { Where } from './route';
import { Waiting } from './States';

/** What every page is given. */
export interface PageProps {
  where: Where;
}

type Loaded = { default: ComponentType<PageProps> };


const PAGES: Record<string, () => Promise<Loaded>> = {
  '': () => import('../pages/home/HomePage'),
  timeline: () => import('../pages/timeline/TimelinePage'),
  sessions: () => import('../pages/sessions/SessionsPage'),
  ledger: () => import('../pages/entities/input/LedgerPage'),
  session: () => import('../pages/entities/session/SessionPage'),
  executions: () => import('../pages/executions/ExecutionsPage'),
  execution: () => import('../pages/entities/execution/ExecutionPage'),
  performance: () => import('../pages/performance/PerformancePage'),
  sequences: () => import('../pages/sequences/SequencesPage'),
  sequence: () => import('../pages/entities/sequence/SequencePage'),
  findings: () => import('../pages/findings/FindingsPage'),
  conformance: () => import('../pages/conformance/ConformancePage'),
  coverage: () => import('../pages/coverage/CoveragePage'),
  handler: () => import('../pages/entities/handler/HandlerPage'),
};

const loaded = new Map<string, ComponentType<PageProps>>();

/** The page that the address names; its script is loaded when it is first looked at. */
export function Page({ where }: PageProps) {
  const [, redraw] = useState(0);
  const [failed, setFailed] = useState('');
  const { page } = where;
  const load = PAGES[page];
  const { state } = useLive();
  useEffect(() => {
    let there = true;
    if (load && !loaded.has(page)) {
      load()
        .then((module) => {
          loaded.set(page, module.default);
          setFailed('');
        })
        .catch(() => setFailed(page))
        .finally(() => there && redraw((drawn) => drawn + 1));
    }
    return () => {
      there = false;
    };
  }, [page, state]);
  if (!load) {
    return (
      <>
        <PageHead title="There is no such page" />
        <p class="soft">
          The pages that there are stand at the left; <kbd>/</kbd> finds anything by its name.
        </p>
      </>
    );
  }
  const Shown = loaded.get(page);
  if (Shown) {
    return <Shown key={page} where={where} />;
  }
  return failed === page ? (
    <p class="gone" role="alert">
      This page could not be loaded. It is asked for again when the server answers; if it is another one by then, reload.
    </p>
  ) : (
    <Waiting title="" rows={6} />
  );
}
