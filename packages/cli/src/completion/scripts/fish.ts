export const fish = `# Completion of sequenzy-cli for fish:
#   sequenzy-cli completion fish > ~/.config/fish/completions/sequenzy-cli.fish
function __sequenzy_cli_complete
    set -l before (commandline -opc)
    set -l begun (commandline -ct)
    set -l prefix (string match -r -- '^--[^=]+=' "$begun")
    set -l path (string replace -r -- '^--[^=]+=' '' "$begun")
    for line in (sequenzy-cli __complete $before[2..-1] "$begun" 2> /dev/null)
        switch $line
            case :nothing
            case :files
                for found in (__fish_complete_path "$path")
                    echo -- "$prefix$found"
                end
            case :folders
                for found in (__fish_complete_directories "$path")
                    echo -- "$prefix$found"
                end
            case '*'
                echo -- $line
        end
    end
end
complete -c sequenzy-cli -f -a '(__sequenzy_cli_complete)'
`;
