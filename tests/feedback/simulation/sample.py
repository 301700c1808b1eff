"""A part of the traffic for the usual run: whole networks, so that no limit sees less than it would see of the day."""

from collections import defaultdict

from .sessions import chance_for

# Of so many networks one is played. What lives on few networks, or is seen across all of them, stays whole.
ONE_OF = {"home": 12, "nat": 6, "campaign": 12, "library": 4, "copy": 4, "form_filler": 4, "quick": 4, "hammering": 5}


def part_of(sessions):
    """The sessions of the networks played in the usual run, and {place: how much each of its sessions stands for}."""
    networks, whole = defaultdict(set), defaultdict(int)
    for session in sessions:
        networks[session.place].add(session.client.address)
        whole[session.place] += 1
    chosen = {place: chosen_networks(place, found) for place, found in networks.items()}
    part = [session for session in sessions if session.client.address in chosen[session.place]]
    played = defaultdict(int)
    for session in part:
        played[session.place] += 1
    return part, {place: whole[place] / number for place, number in played.items()}


def chosen_networks(place, networks):
    number = max(1, len(networks) // ONE_OF.get(place, 1))
    return set(chance_for(f"sample {place}").sample(sorted(networks), number))
