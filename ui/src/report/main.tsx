import { render } from 'preact';
import '../base/tokens.css';
import { applyTheme, chosenTheme } from '../base/theme';
import type { Answer } from '../exhibits/answer';
import '../exhibits/exhibits.css';
import '../exhibits/lanes/lanes.css';
import '../exhibits/flame/flame.css';
import { follow } from './live';
import { Report } from './Report';
import './report.css';

/** The elements of the page that the output `html` or the server writes. */
const answer = document.getElementById('answer');
const page = document.getElementById('page');

if (answer && page) {
  applyTheme(chosenTheme());
  const { from, changes } = answer.dataset;
  if (from && changes) {
    follow(from, changes, (live) => render(<Report {...live} />, page));
  } else {
    page.textContent = '';
    render(<Report answer={JSON.parse(answer.textContent) as Answer} />, page);
  }
}
