import { render } from 'preact';
import '../base/tokens.css';
import { applyTheme, chosenTheme } from '../base/theme';
import type { Answer } from '../exhibits/answer';
import '../exhibits/exhibits.css';
import { Report } from './Report';
import './report.css';

/** The elements of the page that the output `html` writes. */
const answer = document.getElementById('answer');
const page = document.getElementById('page');

if (answer && page) {
  applyTheme(chosenTheme());
  page.textContent = '';
  render(<Report answer={JSON.parse(answer.textContent) as Answer} />, page);
}
