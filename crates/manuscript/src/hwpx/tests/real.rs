//! Files of a folder, read as they are.

use crate::office::trial::read_folder;

#[test]
#[ignore = "it reads the files of the folder that JIKJI_HWPX_FILES names"]
fn files_of_a_folder_are_read() {
    read_folder("JIKJI_HWPX_FILES", "hwpx", crate::hwpx::read);
}
