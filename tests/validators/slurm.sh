#!/usr/bin/env bash
# Starts a Slurm of one node on this machine, for the test that runs an archive as a job array. Wants
# Debian's packages slurm-wlm and munge and a superuser; ends with an error where it cannot start.
set -euo pipefail

[ "$(id -u)" -eq 0 ] || { echo "starting Slurm takes a superuser" >&2; exit 1; }
if sinfo -h > /dev/null 2>&1; then
  exit 0
fi
if ! command -v slurmctld > /dev/null || ! command -v munged > /dev/null; then
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge >&2
fi
state=$(mktemp -d)
mkdir -p /etc/slurm /run/munge "$state/ctld" "$state/d"
if [ ! -f /etc/munge/munge.key ]; then
  head -c 1024 /dev/urandom > /etc/munge/munge.key
fi
chown munge:munge /etc/munge/munge.key /run/munge
chmod 400 /etc/munge/munge.key
pgrep -x munged > /dev/null || runuser -u munge -- munged --force >&2
node=$(hostname -s)
cat > /etc/slurm/slurm.conf << CONF
ClusterName=one
SlurmctldHost=$node
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
StateSaveLocation=$state/ctld
SlurmdSpoolDir=$state/d
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmctldLogFile=$state/ctld.log
SlurmdLogFile=$state/d.log
ReturnToService=2
NodeName=$node CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$node Default=YES MaxTime=INFINITE State=UP
CONF
slurmctld >&2
slurmd >&2
for _ in $(seq 20); do
  if sinfo -h -t idle 2> /dev/null | grep -q "$node"; then
    exit 0
  fi
  sleep 1
done
echo "Slurm did not come up" >&2
exit 1
