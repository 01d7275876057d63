using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (services = [(name = "main", worker = .main)]);

const main :Workerd.Worker = (
  modules = [
    (name = "main.js", esModule = embed "workerd/bundle.js"),
    (name = "copydesk.wasm", wasm = embed "node_modules/copydesk/dist/wasm/copydesk.wasm"),
  ],
  compatibilityDate = "2025-09-01",
);
