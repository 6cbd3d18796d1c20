//! Files of a folder, read as they are.

use crate::office::trial::read_folder;

#[test]
#[ignore = "it reads the files of the folder that JIKJI_DOCX_FILES names"]
fn files_of_a_folder_are_read() {
    read_folder("JIKJI_DOCX_FILES", "docx", crate::docx::read);
}
