"""image.py OUT.tar TAG ENTRYPOINT -- FILE...: a container image from this machine's files, with the shared libraries that they load.

FILE is SOURCE:DESTINATION, or a file or folder that keeps its place.
"""
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile

out, tag, entrypoint = sys.argv[1:4]
wanted = {}


def add(source, destination=None):
    destination = destination or source
    if destination in wanted:
        return
    wanted[destination] = os.path.realpath(source)
    if os.path.isfile(source):
        for line in subprocess.run(['ldd', source], capture_output=True, text=True).stdout.splitlines():
            for word in line.split():
                if word.startswith('/') and os.path.exists(word):
                    add(word)


for argument in sys.argv[5:]:
    source, _, destination = argument.partition(':')
    if os.path.isdir(source):
        for folder, _, files in os.walk(source):
            for name in files:
                add(os.path.join(folder, name))
    else:
        add(source, destination or source)

folders = set()
for folder in ['tmp', 'etc', 'run', 'var/run', 'lib/modules'] + [os.path.dirname(path.lstrip('/')) for path in wanted]:
    while folder:
        folders.add(folder)
        folder = os.path.dirname(folder)

buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode='w') as layer:
    for folder in sorted(folders):
        entry = tarfile.TarInfo(folder)
        entry.type, entry.mode = tarfile.DIRTYPE, 0o755
        layer.addfile(entry)
    for destination, source in sorted(wanted.items()):
        with open(source, 'rb') as file:
            content = file.read()
        entry = tarfile.TarInfo(destination.lstrip('/'))
        entry.size, entry.mode = len(content), 0o755
        layer.addfile(entry, io.BytesIO(content))

layer_bytes = buffer.getvalue()
digest = hashlib.sha256(layer_bytes).hexdigest()
config = json.dumps({
    'architecture': 'amd64',
    'os': 'linux',
    'config': {'Entrypoint': [entrypoint], 'Env': ['PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin']},
    'rootfs': {'type': 'layers', 'diff_ids': ['sha256:' + digest]},
}).encode()
config_name = hashlib.sha256(config).hexdigest() + '.json'
manifest = json.dumps([{'Config': config_name, 'RepoTags': [tag], 'Layers': [digest + '/layer.tar']}]).encode()
with tarfile.open(out, 'w') as image:
    for name, content in ((config_name, config), (digest + '/layer.tar', layer_bytes), ('manifest.json', manifest)):
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        image.addfile(entry, io.BytesIO(content))
