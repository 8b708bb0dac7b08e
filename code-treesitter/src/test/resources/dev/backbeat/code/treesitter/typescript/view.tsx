import React, { useCallback } from "react";

export const CartView: React.FC<Props> = ({ items, onAdd }) => {
  const add = useCallback((item: Item) => onAdd(item), [onAdd]);
  const renderItem = (item: Item) => (
    <li key={item.id} onClick={() => add(item)}>
      {/* a comment */}
      Don't {item.name}
    </li>
  );
  return <ul className="cart">{items.map(renderItem)}</ul>;
};

export default function App() {
  return (
    <>
      <CartView items={[]} onAdd={function added(item) {}} />
    </>
  );
}
