"""Processor milliseconds of PuLP and CBC for instances of the synthetic format, children included, model built anew.

    python3 pulp_peer.py REPETITIONS FILE...
"""

import json
import resource
import sys

import pulp


def model(instance):
    """One account or several, bans as given; the program of SyntheticProgram, row for row."""
    params = instance["params"]
    accounts, securities = instance["accounts"], instance["securities"]
    cost = params["tradeCostPerDollar"]
    problem = pulp.LpProblem("rebalancing", pulp.LpMinimize)
    objective = []
    held = [0.0] * len(securities)
    traded = [[] for _ in securities]
    cash = [[] for _ in accounts]
    worth = [0.0] * len(accounts)
    for number, (account, security, shares, _, tax, banned) in enumerate(instance["lots"]):
        value = shares * securities[security]["price"]
        held[security] += value
        worth[account] += value
        if banned:
            continue
        part = pulp.LpVariable(f"s{number}", 0, value)
        objective.append((part, tax + cost))
        traded[security].append((part, -1))
        cash[account].append((part, -1))
    for a, account in enumerate(accounts):
        free = account["cash"] - account["need"]
        for s, security in enumerate(securities):
            if security["noBuyHousehold"]:
                continue
            part = pulp.LpVariable(f"b{a}_{s}", 0, max(0, free - account["reserve"]) + worth[a])
            objective.append((part, cost + account["buyLocationCostByClass"][security["class"]]))
            traded[s].append((part, 1))
            cash[a].append((part, 1))
        end = pulp.LpVariable(f"e{a}", account["reserve"])
        objective.append((end, params["endCashCost"]))
        problem += pulp.LpAffineExpression(cash[a] + [(end, 1)]) == free
    for s, security in enumerate(securities):
        name, price, band = f"i{s}", params["securityDriftPenalty"], params["securityRelBand"]
        objective += drift(problem, name, traded[s], security["target"], held[s], price, band)
    for tier in sorted({security["class"] for security in securities}):
        members = [s for s, security in enumerate(securities) if security["class"] == tier]
        name, price, band = f"c{tier}", params["classDriftPenalty"], params["classRelBand"]
        parts = [part for s in members for part in traded[s]]
        target = sum(securities[s]["target"] for s in members)
        objective += drift(problem, name, parts, target, sum(held[s] for s in members), price, band)
    problem.setObjective(pulp.LpAffineExpression(objective))
    return problem


def drift(problem, name, parts, target, held, price, band):
    under, over = pulp.LpVariable(f"u{name}", 0), pulp.LpVariable(f"o{name}", 0)
    problem += pulp.LpAffineExpression(parts + [(under, 1)]) >= target * (1 - band) - held
    problem += pulp.LpAffineExpression(parts + [(over, -1)]) <= target * (1 + band) - held
    return [(under, price), (over, price)]


def spent():
    parts = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(part.ru_utime + part.ru_stime for part in parts)


def main():
    repetitions = int(sys.argv[1])
    instances = []
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            instances.append(json.load(file))
    before = spent()
    for _ in range(repetitions):
        for instance in instances:
            problem = model(instance)
            if problem.solve(pulp.COIN_CMD(msg=0)) != pulp.LpStatusOptimal:
                sys.exit(f"{instance['id']} not solved")
    print(1000 * (spent() - before) / repetitions / len(instances))
    print(pulp.value(problem.objective), file=sys.stderr)


main()
