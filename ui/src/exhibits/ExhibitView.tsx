import type { Exhibit } from './answer';
import { DocumentView } from './DocumentView';
import { FindingsView } from './FindingsView';
import { MatrixView } from './MatrixView';
import type { Doors } from './references';
import { SummaryView } from './SummaryView';
import { FlameView } from './flame/FlameView';
import { LanesView } from './lanes/LanesView';
import { functionsOf } from './coverage';
import { rowsOf } from './graph';
import { TableView } from './TableView';
import { TimelineView } from './TimelineView';

/** An exhibit of any kind. */
export function ExhibitView({ exhibit, doors, few }: { exhibit: Exhibit; doors: Doors; few?: number }) {
  switch (exhibit.kind) {
    case 'summary':
      return <SummaryView summary={exhibit} doors={doors} />;
    case 'table':
      return <TableView table={exhibit} doors={doors} few={few} />;
    case 'findings':
      return <FindingsView exhibit={exhibit} doors={doors} />;
    case 'matrix':
      return <MatrixView matrix={exhibit} doors={doors} />;
    case 'timeline':
      return <TimelineView timeline={exhibit} doors={doors} />;
    case 'lanes':
      return <LanesView lanes={exhibit} doors={doors} />;
    case 'tree':
      return <FlameView tree={exhibit} doors={doors} />;
    case 'graph':
      return <TableView table={rowsOf(exhibit)} doors={doors} />;
    case 'coverage':
      return <TableView table={functionsOf(exhibit)} doors={doors} />;
    case 'document':
      return <DocumentView document={exhibit} />;
    default:
      return <Strange exhibit={exhibit} />;
  }
}

/** A kind that this page is too old for: said, not left out. */
function Strange({ exhibit }: { exhibit: never }) {
  const { kind, title } = exhibit as { kind?: string; title?: string };
  return (
    <section class="exhibit">
      <h2>{title}</h2>
      <p class="empty">this page can't show a {kind}</p>
    </section>
  );
}
