"""The open network: one file, its state, what is done to it, undo, drafts, and who listens."""

from data.network.drafts import Drafts
from data.network.events import Changed, Diverged, Event, Noticed, RefusedLater, SavedEvent, TroubleEvent
from data.network.following import Following
from data.network.foreign import Choice, Foreign
from data.network.network import Network
from data.network.opening import Unopened
from data.network.task import Applied, NotSaved
from data.store.backups import Backup

__all__ = [
    "Applied",
    "Backup",
    "Changed",
    "Choice",
    "Diverged",
    "Drafts",
    "Event",
    "Following",
    "Foreign",
    "Network",
    "NotSaved",
    "Noticed",
    "RefusedLater",
    "SavedEvent",
    "TroubleEvent",
    "Unopened",
]
