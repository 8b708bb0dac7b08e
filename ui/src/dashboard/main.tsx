import { render } from 'preact';
import '../base/tokens.css';
import { applyTheme, chosenTheme } from '../base/theme';
import '../exhibits/exhibits.css';
import '../exhibits/lanes/lanes.css';
import '../exhibits/flame/flame.css';
import { Dashboard } from './Dashboard';
import './dashboard.css';
import { listen } from './live';
import './pages.css';

const page = document.getElementById('page');

if (page) {
  applyTheme(chosenTheme());
  listen();
  page.textContent = '';
  render(<Dashboard />, page);
}
