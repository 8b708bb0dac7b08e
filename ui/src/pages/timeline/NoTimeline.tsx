import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { hrefOf } from '../../dashboard/route';
import { scopeOf } from '../../dashboard/scope';

/** Stands where the timeline would, in a build without it. */
export default function NoTimeline({ where }: PageProps) {
  return (
    <>
      <PageHead title="Timeline" question="What happened, beat by beat?" />
      <section class="exhibit" id="timeline">
        <p class="empty">
          This build draws no timeline. <a href={hrefOf('executions', scopeOf(where))}>Executions</a> tell beat by beat what happened in each.
        </p>
      </section>
    </>
  );
}
