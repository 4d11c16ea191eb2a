#!/usr/bin/env bash
# All steps of the training in order; what is finished is not done again.
set -euo pipefail
cd "$(dirname "$0")"
: "${PYTHON:=python3}" "${DATA:?folder of the data}" "${OUT:?folder for checkpoints and weights}"
# Two programs that train at once must not wait for each other's threads.
export OMP_WAIT_POLICY=passive
mkdir -p "$OUT"

[ -f "$OUT/pretrained.pt" ] || "$PYTHON" pretrain.py "$DATA" "$OUT"
[ -f "$OUT/own.pt" ] || "$PYTHON" verdicts.py "$DATA" "$OUT" --own
for fold in 0 1 2 3 4; do
    [ -f "$OUT/fold-$fold.jsonl" ] || "$PYTHON" verdicts.py "$DATA" "$OUT" --leave-out "$fold"
done
"$PYTHON" measure_pairs.py "$OUT"/fold-?.jsonl --out "$OUT/calibration.json"
[ -f "$OUT/pair.pt" ] || "$PYTHON" verdicts.py "$DATA" "$OUT"
[ -f "$OUT/sentence.pt" ] || "$PYTHON" sentences.py "$DATA" "$OUT"
"$PYTHON" measure_sentences.py "$DATA" "$OUT/sentence.pt"
"$PYTHON" export.py "$OUT/models" --sentence "$OUT/sentence.pt" --pair "$OUT/pair.pt" --calibration "$OUT/calibration.json"
