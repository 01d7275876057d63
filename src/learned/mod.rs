//! Packed integer models: reading and scoring. Training lives in `training/`.
