package org.acme.cart;

import static org.acme.Topics.ADDED;
import static org.acme.Totals.*;

import java.util.List;
import org.acme.events.*;

/// Carts.
@Component
public class CartService extends Service implements Carts {

    private static final Logger LOG = Logger.of(CartService.class);
    private final Runnable clear = () -> items.clear();

    public CartService(@Qualifier("main") final Store store, String... names) {
        super(store);
    }

    @KafkaListener(topics = {"cart.opened", Topics.CLOSED}, groupId = "carts")
    public <T> void on(final Message<T> message, int[] counts) throws IOException {
        kafka.send("cart.seen", message);
        this.kafka.send(new ProducerRecord<>(Topics.SEEN, message));
        events.publishEvent(new CartOpened(message));
        mail.send(message);
    }

    @EventListener
    void handle(CartOpened event) {
        rabbit.convertAndSend("exchange", "key", event);
    }

    // A recursive one.
    int count(List<String> items) {
        return items.isEmpty() ? 0 : 1 + count(items.subList(1, items.size()));
    }

    abstract void open();

    native void close();

    record Item(String name, int size) {
        Item {
            check(size);
        }

        static Item of(String name) {
            return new Item(name, 1);
        }
    }

    enum State {
        OPEN {
            @Override
            boolean isOpen() {
                return true;
            }
        },
        CLOSED;

        boolean isOpen() {
            return false;
        }
    }

    interface Carts {
        void add();

        default void addAll() {
            Comparator<Item> bySize = (one, other) -> one.size() - other.size();
            Runnable task = new Runnable() {
                @Override
                public void run() {
                    bus.publish("cart.run");
                }
            };
        }
    }
}

class Hidden {}
