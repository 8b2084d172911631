#!/usr/bin/env bash
# What runs when somebody changes the results or the words: checks every notice, compares with the lock, and says what
# the change does. The GitHub Action (action.yml) and the pre-commit hook (.pre-commit-hooks.yaml) both call this.
#
#   pressroom-ci.sh check    in a workflow: annotations to standard output, the difference to the job's summary
#   pressroom-ci.sh hook     before a commit: findings to standard error
#
# Settings, from the environment:
#   PRESSROOM                the program                                             pressroom
#   PRESSROOM_OFFICE         the office folder                                       .
#   PRESSROOM_BASE           the revision to compare with; empty: no comparison
#   PRESSROOM_VALUES         true: figures and words may show in the summary         false
#   GITHUB_STEP_SUMMARY      the file that takes the summary; empty: standard output
#
# Exit codes: 0 nothing wrong; 1 findings, or the lock is out of date; 2 and 3 as the program's.
set -euo pipefail

pressroom=${PRESSROOM:-pressroom}
office=${PRESSROOM_OFFICE:-.}
base=${PRESSROOM_BASE:-}
values=${PRESSROOM_VALUES:-false}
summary=${GITHUB_STEP_SUMMARY:-}
worst=0

# Runs the program and remembers the worst exit code. Nothing it prints shows values: standard error is told that
# nobody sits there.
run() {
    local code=0
    CI=true "$pressroom" -C "$office" "$@" || code=$?
    if ((code > worst)); then worst=$code; fi
    return 0
}

# A clone without history: the one commit that is needed is fetched. A branch fetched so has no name in the clone, so
# that the commit itself becomes the base.
have() {
    git -C "$office" rev-parse --verify --quiet --end-of-options "$base^{commit}" >/dev/null && return
    git -C "$office" fetch --quiet --depth=1 --end-of-options origin "$base" 2>/dev/null &&
        base=$(git -C "$office" rev-parse --verify --quiet 'FETCH_HEAD^{commit}')
}

difference() {
    if [[ $base =~ ^0*$ ]]; then
        return 0
    fi
    if ! have; then
        echo "::warning title=pressroom::There is no revision to compare with in this clone; check out with fetch-depth: 0"
        return 0
    fi
    local code=0 shown=(--names)
    if [[ $values == true ]]; then shown=(--format markdown); fi
    # 1 says that something changed, which is no fault.
    local told
    told=$(CI=true "$pressroom" -C "$office" diff "${shown[@]}" -- "$base") || code=$?
    if [[ -n $summary ]]; then
        printf '%s\n' "$told" >>"$summary"
    else
        printf '%s\n' "$told"
    fi
    if ((code > 1 && code > worst)); then worst=$code; fi
}

# Embargoed and public editions are made from the history and have no place in it.
staged_editions() {
    local staged
    staged=$(cd "$office" && git diff --cached --name-only --diff-filter=d --relative -- out public)
    if [[ -n $staged ]]; then
        echo "pressroom: editions are staged to be committed, where anybody with the repository reads them:" >&2
        echo "$staged" >&2
        echo "pressroom:   take them out with \`git rm --cached\`, and keep /out and /public in .gitignore" >&2
        worst=1
    fi
}

case ${1:-} in
check)
    run check --message-format github
    # Its findings have been told already; what it adds is the comparison with the lock.
    run build --check
    difference
    ;;
hook)
    run check
    run build --check
    staged_editions
    ;;
*)
    echo "usage: pressroom-ci.sh check|hook" >&2
    exit 2
    ;;
esac
exit "$worst"
