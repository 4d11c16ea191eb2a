//! The network that a command works with, or why it works without one.

use std::path::Path;

use super::arguments;
use super::messages;
use crate::encoder::{Network, NetworkError};

/// What the arguments come to.
pub struct Opened {
    pub network: Option<Network>,
    /// What the report says where there is none.
    pub warning: Option<String>,
}

/// The network asked for. A folder without a network that can be used is told on standard error too.
pub fn open(arguments: &arguments::Network) -> Opened {
    let warning = if arguments.no_network_model {
        NetworkError::unasked()
    } else {
        match load(arguments.models.as_deref()) {
            Ok(network) => {
                return Opened {
                    network: Some(network),
                    warning: None,
                };
            }
            Err(error) => error.warning(),
        }
    };
    if arguments.models.is_some() {
        messages::tell(&warning);
    }
    Opened {
        network: None,
        warning: Some(warning),
    }
}

/// The network in a folder, or the one inside the program.
pub fn load(folder: Option<&Path>) -> Result<Network, NetworkError> {
    match folder {
        Some(folder) => Network::from_directory(folder),
        None => Network::shipped().cloned().map_err(NetworkError::clone),
    }
}
