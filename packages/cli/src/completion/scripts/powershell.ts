/** Where it gives nothing, PowerShell completes files by itself. */
export const powershell = `# Completion of sequenzy-cli for PowerShell. In the file $PROFILE:
#   sequenzy-cli completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName sequenzy-cli -ScriptBlock {
    param($begun, $line, $cursor)
    $words = @($line.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { $_.ToString().Trim("'", '"') })
    # An empty argument is lost on its way to a program.
    if ($begun -eq '') { $words += ' ' }
    sequenzy-cli __complete @words 2> $null | Where-Object { -not $_.StartsWith(':') } | ForEach-Object {
        $word, $meaning = $_ -split "\`t", 2
        if (-not $meaning) { $meaning = $word }
        $typed = if ($word -match '[\\s|;,&()]') { "'$word'" } else { $word }
        [System.Management.Automation.CompletionResult]::new($typed, $word, 'ParameterValue', $meaning)
    }
}
`;
